package vn.nhipso.directory.unit;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A read that says nothing but what is recorded of units, lineage and aliases: it carries a weak ETag made of the newest change, and
 * whoever has the answer already is told so without it being worked out again.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Revalidated {}

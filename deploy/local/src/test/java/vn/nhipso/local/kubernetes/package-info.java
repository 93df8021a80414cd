/** The Kubernetes manifests, held to what they promise; here because the build has no module of their own. */
@NullMarked
package vn.nhipso.local.kubernetes;

import org.jspecify.annotations.NullMarked;

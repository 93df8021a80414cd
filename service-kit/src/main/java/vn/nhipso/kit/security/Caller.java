package vn.nhipso.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Who makes the present request. Rights end at the subtree of {@link #unit()}; the services know the tree and check that. */
@RequestScoped
public class Caller {

    /** The claim that names the unit whose subtree the rights cover; {@value #WHOLE_TREE} covers everything. */
    public static final String UNIT_CLAIM = "unit";

    public static final String WHOLE_TREE = "VN";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The user's name as recorded with revisions; empty for an anonymous reader. */
    public String name() {
        return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
    }

    /** Code of the unit whose subtree the rights cover; empty where the token names none, which is no right anywhere. */
    public String unit() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim(UNIT_CLAIM) instanceof String unit
                ? unit
                : "";
    }

    public boolean coversWholeTree() {
        return unit().equals(WHOLE_TREE);
    }

    /** For what concerns every unit: fails with FORBIDDEN where the rights end at a unit below the root. */
    public void requireWholeTree() {
        if (!coversWholeTree()) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    Text.of(
                            "Việc này liên quan đến mọi đơn vị; quyền của bạn chỉ trong phạm vi %s.",
                            "This concerns every unit; your rights end at %s.", unit().isEmpty() ? "-" : unit()));
        }
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Steward and approver may publish at once (DESIGN 5). */
    public boolean mayPublish() {
        return has(Roles.STEWARD) || has(Roles.APPROVER);
    }
}

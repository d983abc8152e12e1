using Seaworthy.Model;

namespace Seaworthy.Rules;

/// <summary>A question asked of the deployment. It has no state, reads only the model, and may run in parallel with every other rule.</summary>
public abstract class Rule
{
    public abstract RuleInfo Info { get; }

    /// <summary>The relations that no other rule needs. Their records and finders are in the rule's folder.</summary>
    public virtual IReadOnlyList<Relation> Relations => [];

    /// <summary>At least one verdict for each subject; none means that the rule is not applicable.</summary>
    public abstract IEnumerable<Verdict> Judge(Deployment deployment);
}

using Seaworthy.Model;

namespace Seaworthy.Rules;

/// <summary>A question asked of the deployment. Holds no state, reads nothing but the model, and may run beside every other rule.</summary>
public abstract class Rule
{
    public abstract RuleInfo Info { get; }

    /// <summary>The relations that no other rule asks for. Their records and finders stand in the folder of the rule.</summary>
    public virtual IReadOnlyList<Relation> Relations => [];

    /// <summary>One verdict or more for each subject; none at all means the rule is not applicable here.</summary>
    public abstract IEnumerable<Verdict> Judge(Deployment deployment);
}

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>What a program asks of the API: a verb on a resource of a group.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Resource">In the plural, perhaps with a part: <c>pods/log</c>. Empty where only the group is known.</param>
/// <param name="Verb">Empty where only the group is known.</param>
public sealed record KubernetesAction(string Group, string Resource, string Verb)
{
    /// <summary>As people say it: <c>create jobs.batch</c>.</summary>
    public override string ToString() => Group.Length == 0 ? $"{Verb} {Resource}" : $"{Verb} {Resource}.{Group}";
}

namespace Seaworthy.Rules;

/// <summary>Where a subject is used, and what says so.</summary>
/// <param name="Because">As a sentence, with the place that says it; null where nothing says anything.</param>
public sealed record SubjectScope(Scope Scope, string? Because = null)
{
    public static SubjectScope Unstated { get; } = new(Scope.Any);

    /// <summary>Users of a deployment meet it, as far as the tree tells.</summary>
    public bool IsDeployed => Scope is Scope.Production or Scope.Any;
}

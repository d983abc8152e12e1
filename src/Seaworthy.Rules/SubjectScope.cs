namespace Seaworthy.Rules;

/// <summary>Where a subject is used, and the reason.</summary>
/// <param name="Because">As a sentence with its place; null without a reason.</param>
public sealed record SubjectScope(Scope Scope, string? Because = null)
{
    public static SubjectScope Unstated { get; } = new(Scope.Any);

    /// <summary>Users of a deployment meet it, as far as the tree shows.</summary>
    public bool IsDeployed => Scope is Scope.Production or Scope.Any;
}

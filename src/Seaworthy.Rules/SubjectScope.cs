using Seaworthy.Model.Source;

namespace Seaworthy.Rules;

/// <summary>Where a subject is used, and what says so.</summary>
/// <param name="Because">As a sentence; null where nothing says anything.</param>
/// <param name="Evidence">The place that says it, where one does.</param>
public sealed record SubjectScope(Scope Scope, string? Because = null, SourceSpan? Evidence = null)
{
    public static SubjectScope Unstated { get; } = new(Scope.Any);

    /// <summary>Users of a deployment meet it, as far as the tree tells.</summary>
    public bool IsDeployed => Scope is Scope.Production or Scope.Any;
}

using Seaworthy.Engine.Configuring;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging.Scoping;

/// <summary>Where a place of the repository is used: what the configuration says, else what nothing runs, else the environment of its targets.</summary>
internal sealed class Scopes
{
    private readonly Deployment deployment;
    private readonly AuditSettings settings;
    private readonly SidePlaces sides;
    private readonly EnvironmentScopes environments;

    public Scopes(Deployment deployment, AuditSettings settings, TrustedTree? trusted)
    {
        this.deployment = deployment;
        this.settings = settings;
        sides = new SidePlaces(deployment, trusted);
        environments = new EnvironmentScopes(deployment, place => Of(place, harmsAnywhere: false).Scope);
    }

    /// <param name="place">Where the verdict stands.</param>
    /// <param name="harmsAnywhere">The fact does its harm even where nothing uses the file any more.</param>
    public SidePlaceUse Of(SourceSpan place, bool harmsAnywhere)
    {
        if (settings.ScopeOf(place.File.Path) is { } configured)
        {
            return new(configured);
        }

        if (sides.Of(place.File) is { } side)
        {
            return side.IsGone && harmsAnywhere ? new(SubjectScope.Unstated) : side;
        }

        var environment = environments.Of(place);
        // What production is called after is used there, although nothing here names it.
        return !harmsAnywhere && environment.Scope != Scope.Production && deployment.SpareAt(place) is { } spare
            ? new(new SubjectScope(Scope.Sample, spare.Why))
            : new(environment);
    }
}

using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Services that need another which only a profile starts.</summary>
/// <remarks>Source: the Compose specification, "Profiles", "Implicit profile enablement": a dependency is not enabled by the service that needs it.</remarks>
internal static class ComposeProfiles
{
    public static IEnumerable<NameUse> Find(ComposeStack stack) =>
        from service in stack.Project.Services
        from dependency in service.DependsOn
        let needed = stack.Project.FindService(dependency.Service.Value)
        where needed is { Profiles.Count: > 0 }
        select Use(stack, service, dependency, needed);

    private static NameUse Use(ComposeStack stack, ComposeService service, ComposeDependency dependency, ComposeService needed)
    {
        var isFine = !dependency.IsRequired || service.Profiles.Any(own => needed.Profiles.Any(other => other.Value == own.Value));
        var isNamed = stack.EnvFiles.Concat(stack.Templates).Any(file => file.Find("COMPOSE_PROFILES") is not null);
        return new NameUse(
            NameRole.ComposeProfile,
            needed.Profiles[0].Value,
            dependency.Span,
            service.Name.Value,
            isFine ? needed.Profiles[0].Span : null
        )
        {
            Related = needed.Profiles[0].Span,
            Candidates = [needed.Name.Value],
            IsConditional = service.Profiles.Count > 0,
            UnknownBecause = !isFine && isNamed ? "COMPOSE_PROFILES is set beside it" : null,
        };
    }
}

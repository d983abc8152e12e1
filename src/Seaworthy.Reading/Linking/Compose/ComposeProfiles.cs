using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using ComposeLine = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Services that need another which only a profile starts.</summary>
/// <remarks>Source: the Compose specification, "Profiles", "Implicit profile enablement": a dependency is not enabled by the service that needs it.</remarks>
internal sealed class ComposeProfiles
{
    private const string Variable = "COMPOSE_PROFILES";

    // The profiles that are started together, by scripts, by documentation and by COMPOSE_PROFILES.
    private readonly IReadOnlyList<IReadOnlyList<string>> together;

    public ComposeProfiles(Deployment deployment) =>
        together = [
            .. deployment.ComposeCalls.Where(call => !call.OnlyEnds).Select(call => call.Profiles).OfType<IReadOnlyList<string>>(),
            .. deployment
                .Of<Document>()
                .SelectMany(document => document.Commands)
                .SelectMany(KnownCommand.Of)
                .OfType<ComposeLine>()
                .Select(line => line.Profiles.Select(word => word.Literal).OfType<string>().ToList()),
            .. deployment
                .Of<EnvFile>()
                .Select(file => file.Find(Variable)?.Value?.Literal?.Split(',', StringSplitOptions.TrimEntries))
                .OfType<string[]>(),
        ];

    /// <summary>The <c>.env</c> of the project always asks for one of the service's profiles.</summary>
    public static bool AreEnabled(ComposeStack stack, ComposeService service) =>
        service.Profiles.Count > 0
        && stack
            .EnvFiles.SelectMany(file => file.Find(Variable)?.Value?.Literal?.Split(',', StringSplitOptions.TrimEntries) ?? [])
            .Any(asked => asked == "*" || service.Profiles.Any(profile => profile.Value == asked));

    public IEnumerable<NameUse> Find(ComposeStack stack) =>
        from service in stack.Project.Services
        from dependency in service.DependsOn
        let needed = stack.Project.FindService(dependency.Service.Value)
        where needed is { Profiles.Count: > 0 }
        select Use(stack, service, dependency, needed);

    private NameUse Use(ComposeStack stack, ComposeService service, ComposeDependency dependency, ComposeService needed)
    {
        var isFine =
            !dependency.IsRequired
            || service.Profiles.Any(own => needed.Profiles.Any(other => other.Value == own.Value))
            || AreStartedTogether(service, needed);
        var isNamed = stack.EnvFiles.Concat(stack.Templates).Any(file => file.Find(Variable) is not null);
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

    /// <summary>Whatever starts the one by its profile names a profile of the other as well.</summary>
    private bool AreStartedTogether(ComposeService service, ComposeService needed)
    {
        var starts = together.Where(profiles => Starts(profiles, service)).ToList();
        return starts.Count > 0 && starts.TrueForAll(profiles => Starts(profiles, needed));
    }

    private static bool Starts(IReadOnlyList<string> profiles, ComposeService service) =>
        service.Profiles.Any(own => profiles.Contains(own.Value) || profiles.Contains("*"));
}

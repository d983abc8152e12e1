using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Services of a complete compose project have neither an image nor a build. One finding per project.</summary>
internal sealed class ServiceWithoutImage : Rule<ComposeStack>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/service-without-image",
            Title = "Service without image or build",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Compose rejects the whole project, and nothing starts.",
            Holds = "Every service has an image or a build.",
        };

    // Another rule reports commands that load such a project.
    public override IEnumerable<ComposeStack> Subjects(Deployment deployment) =>
        deployment
            .ComposeStacks.Where(stack => stack is { PartialBecause: null, Project: { Problems.Count: 0, Services.Count: > 0 } })
            .Where(stack =>
                !deployment.ComposeCalls.Any(call =>
                    call is { NamesFiles: true, Project: { } called, Site: { IsConditional: false, IsRemote: false } }
                    && called.Files.SequenceEqual(stack.Project.Files)
                )
            );

    protected override Subject Identify(ComposeStack subject) => new(subject.Name, subject.Project.Services[0].Name.Span);

    protected override IEnumerable<Verdict> Check(ComposeStack subject, Deployment deployment)
    {
        var bare = subject.Project.Services.Where(service => service.HasNoOrigin).ToList();
        if (bare.Count == 0)
        {
            yield break;
        }

        if (LoadingCode(subject, deployment) is { } code)
        {
            yield return Unknown(
                bare[0].Name.Span,
                $"Unknown whether {string.Join(", ", bare.Select(service => service.Name.Value))} has an image or a build: {code.File.Path} may load {subject.Project.Files[0].File.Name} with other files."
            );
            yield break;
        }

        var files = string.Join(" + ", subject.Project.Files.Select(file => file.File.Path));
        var names = string.Join(", ", bare.Select(service => service.Name.Value));
        var message = $"{names} {(bare.Count == 1 ? "has" : "have")} neither an image nor a build in {files}.";
        var first = bare[0].Name.Span;
        yield return (
            subject.IsAssumed || bare.TrueForAll(service => IsCompletedElsewhere(subject, service, deployment))
                ? Warn(first, message).As(Severity.High)
                : Fail(first, message)
        )
            .Related(bare.Skip(1).Take(MostPlaces).Select(service => service.Name.Span))
            .Remedy(
                $"Add `image:` or `build:` to {names} at {first}, or also load the file that defines {(bare.Count == 1 ? "it" : "them")}."
            )
            .VerifyGoneOr($"{TargetCommand.Compose(subject)} config --quiet");
    }

    /// <summary>Code beside the file, or with its full path, may load it with others: <c>//go:embed docker-compose.yaml</c>.</summary>
    private static CodeFile? LoadingCode(ComposeStack stack, Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .FirstOrDefault(code => !code.IsTest && stack.Project.Files.Any(compose => Names(code.File, compose.File)));

    private static bool Names(SourceFile code, SourceFile compose) =>
        code.Directory == compose.Directory ? code.Mentions(compose.Name) : compose.Directory.Length > 0 && code.Mentions(compose.Path);

    /// <summary>Another file sets the image or build of a service with that name and may be loaded with this one.</summary>
    private static bool IsCompletedElsewhere(ComposeStack stack, ComposeService service, Deployment deployment) =>
        deployment
            .Of<ComposeFile>()
            .Any(file => !stack.Project.Files.Contains(file) && file.FindService(service.Name.Value) is { HasNoOrigin: false });
}

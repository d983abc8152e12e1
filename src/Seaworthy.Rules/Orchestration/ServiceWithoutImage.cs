using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A service of a whole compose project has neither an image nor a build.</summary>
internal sealed class ServiceWithoutImage : Rule<ServiceWithoutImage.InStack>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/service-without-image",
            Title = "Service without image and build",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Compose refuses the whole project: nothing of it starts.",
            Holds = "The service names an image or a build.",
        };

    public override IEnumerable<InStack> Subjects(Deployment deployment) =>
        deployment
            .ComposeStacks.Where(stack => stack.PartialBecause is null && stack.Project.Problems.Count == 0)
            .SelectMany(stack => stack.Project.Services.Select(service => new InStack(stack, service)))
            .DistinctBy(subject => subject.Service.Name.Span);

    protected override Subject Identify(InStack subject) => new(subject.Service.Name.Value, subject.Service.Name.Span);

    protected override IEnumerable<Verdict> Check(InStack subject, Deployment deployment)
    {
        if (!subject.Service.HasNoOrigin)
        {
            yield break;
        }

        var (stack, service) = subject;
        var files = string.Join(" + ", stack.Project.Files.Select(file => file.File.Path));
        var message = $"{service.Name.Value} has neither an image nor a build in {files}: docker compose refuses the project.";
        yield return (
            stack.IsAssumed || IsCompletedElsewhere(subject, deployment)
                ? Warn(service.Name.Span, message).As(Severity.High)
                : Fail(service.Name.Span, message)
        )
            .Remedy($"Give {service.Name.Value} an `image:` or `build:` at {service.Name.Span}, or load the file that defines it as well.")
            .Verify($"docker compose {stack.Project.Files.Select(file => "--file=" + file.File.Path)} config --quiet");
    }

    /// <summary>Another file gives a service of that name its image or build, and may be loaded with this one.</summary>
    private static bool IsCompletedElsewhere(InStack subject, Deployment deployment) =>
        deployment
            .Of<ComposeFile>()
            .Any(file =>
                !subject.Stack.Project.Files.Contains(file) && file.FindService(subject.Service.Name.Value) is { HasNoOrigin: false }
            );

    /// <summary>A service in the project that it is started with.</summary>
    internal sealed record InStack(ComposeStack Stack, ComposeService Service);
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Targets.Probes;

namespace Seaworthy.Reading.Linking.Targets.Platforms;

/// <summary>Completes workloads of platforms: their image or component, their start, their variables, their ports.</summary>
internal sealed class PlatformWorkloads
{
    // Two numbers that nobody writes: a process that listens on both obeys PORT.
    private const string OnePort = "47311";
    private const string OtherPort = "47312";
    private const string More = "variables may be set on the platform";

    private readonly Deployment deployment;
    private readonly ListeningLinker listening;
    private readonly ILookup<SourceSpan, Image> images;

    public PlatformWorkloads(Deployment deployment, ListeningLinker listening)
    {
        this.deployment = deployment;
        this.listening = listening;
        images = deployment
            .Images.SelectMany(image => image.Build.Places, (image, place) => new { image, place })
            .ToLookup(pair => pair.place, pair => pair.image);
    }

    public Image? ImageBuiltAt(SourceSpan place) => images[place].FirstOrDefault();

    /// <summary>The component that the platform builds and runs itself from a directory.</summary>
    public IReadOnlyList<Component> ComponentsIn(string? directory) =>
        directory is null ? [] : [.. deployment.Components.Where(component => component.Root == directory)];

    /// <summary>The same, unless the command goes to another directory or names a file there: <c>java -jar backend/target/shop.jar</c>.</summary>
    public IReadOnlyList<Component> ComponentsStarted(string? directory, PlatformCommand? start)
    {
        var named = (start?.Commands ?? [])
            .SelectMany(command => command.Words)
            .Select(word => word.Literal is { } text ? RepositoryPath.Join(directory, ModulePath(text) ?? text) : null)
            .OfType<string>()
            .ToList();
        return
            deployment
                .Components.Where(component =>
                    component.Root.Length > 0
                    && component.Root != directory
                    && named.Any(path => RepositoryPath.Inside(component.Root, path) is not null)
                )
                .MaxBy(component => component.Root.Length)
                is { } other
            ? [other]
            : ComponentsIn(directory);
    }

    /// <summary>The file of a module of Python: <c>backend.main:app</c> is <c>backend/main.py</c>.</summary>
    private static string? ModulePath(string word) =>
        word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && word[..colon] is var module
        && module.Contains('.', StringComparison.Ordinal)
        && module.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.')
            ? module.Replace('.', '/') + ".py"
            : null;

    public static ProcessStart? Start(PlatformCommand? command, Image? image) =>
        command is not null ? new ProcessStart(command.Commands, image?.Final.WorkingDirectory, command.Span) { Text = command.Text.Value }
        : image is null ? null
        : FromImage(image);

    /// <param name="workload">With image, components, start and ports.</param>
    /// <param name="variables">What the platform's file gives.</param>
    public Workload Complete(Workload workload, IReadOnlyList<PlatformVariable> variables)
    {
        var components = workload.Image?.Components is { Count: > 0 } built ? built : workload.Components;
        var supplied = workload with
        {
            Components = components,
            Supplied =
            [
                .. (workload.Image?.Environment ?? [])
                    .Concat(variables.Select(Supplied))
                    .Reverse()
                    .DistinctBy(variable => variable.Name)
                    .Reverse(),
            ],
            SuppliesMoreBecause = More,
        };
        supplied = supplied with { Probes = ProbeMentions.Mark(supplied, supplied.Probes) };
        return workload.PortAssignedBy is null || supplied.Supplies("PORT") ? Listening(supplied) : Assigned(supplied);
    }

    /// <summary>Where it listens if the platform adds nothing that moves it: PORT is what platforms add.</summary>
    private Workload Listening(Workload workload) =>
        // Without a Dockerfile Fly's builder decides, and sets PORT itself.
        workload with
        {
            Listens = workload is { Kind: TargetKind.Fly, Image: null }
                ? ListeningPorts.Unknown("the platform detects how to build and start it")
                : listening.Of(workload with { SuppliesMoreBecause = null }),
        };

    private Workload Assigned(Workload workload)
    {
        var one = listening.Of(With(workload, OnePort));
        var other = listening.Of(With(workload, OtherPort));
        var isFixed = one is { IsComplete: true, Ports.Count: > 0 } && one.Ports.All(port => other.Contains(port.Port));
        return workload with
        {
            Listens = isFixed ? one : ListeningPorts.Unknown("the platform assigns its port"),
            FixedPort = isFixed ? one.Ports[0] : null,
        };
    }

    private static Workload With(Workload workload, string port) =>
        workload with
        {
            Supplied = [.. workload.Supplied, new SuppliedVariable("PORT", Resolved.Known(port), workload.Span, SupplyOrigin.Platform)],
            SuppliesMoreBecause = null,
        };

    private static SuppliedVariable Supplied(PlatformVariable variable) =>
        new(
            variable.Name.Value,
            variable.Value is { } value
                ? Resolved.Known(value.Value, value.Span)
                : Resolved.Unknown($"{variable.Name.Value} is set by the platform", variable.Span),
            variable.Span,
            SupplyOrigin.Platform
        );

    private static ProcessStart? FromImage(Image image)
    {
        var entry = image.Final.Entrypoint;
        var command = image.Final.Command;
        return (command ?? entry) is { } last
            ? new ProcessStart([.. entry?.Commands ?? [], .. command?.Commands ?? []], image.Final.WorkingDirectory, last.Span)
            {
                Text = string.Join(' ', new[] { entry?.Raw, command?.Raw }.OfType<string>()),
            }
            : null;
    }
}

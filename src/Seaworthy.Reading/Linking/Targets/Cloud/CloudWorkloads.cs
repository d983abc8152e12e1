using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Targets.Probes;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>Containers that a cloud runs as workloads: the image of this repository they run, what they start, where they listen.</summary>
internal sealed class CloudWorkloads(Deployment deployment, ListeningLinker listening)
{
    private readonly ImageNames images = ImageNames.Of(deployment);

    public IReadOnlyList<Workload> Of(IReadOnlyList<CloudContainer> containers, Workload pattern)
    {
        var unnamed = containers
            .Where(container => container.Image?.Known is null && container.BuiltAt is null)
            .DistinctBy(container => (object?)Input(container) ?? container)
            .Count();
        return [.. containers.Select(container => Of(container, pattern, isOnlyUnnamed: unnamed == 1))];
    }

    /// <summary>Images that all come from one parameter of a deployment are one.</summary>
    private static string? Input(CloudContainer container) =>
        container.Image?.Resolved is { Outline: null, UnknownBecause: { } why } && why.StartsWith("param ", StringComparison.Ordinal)
            ? why
            : null;

    private Workload Of(CloudContainer container, Workload pattern, bool isOnlyUnnamed)
    {
        var reference = container.Image?.Resolved;
        var image = Image(container, isOnlyUnnamed);
        var workload = pattern with
        {
            Name = container.Name,
            Span = container.Span,
            Image = image,
            Reference =
                reference is { IsKnown: true } && container.Image is { } written ? new Fact<Resolved>(reference, written.Span) : null,
            Public = image is null && reference?.Text is { } pulled ? PublicImages.Find(pulled) : null,
            Components = image?.Components ?? ComponentsIn(container.Directory ?? container.Source),
            Start = Start(container, image),
            Supplied =
            [
                .. (image?.Environment ?? []).Concat(container.Variables).Reverse().DistinctBy(variable => variable.Name).Reverse(),
            ],
            SuppliesMoreBecause = container.MoreVariablesBecause,
            Ports = container.Ports,
            Mounts = container.Mounts,
            Sidecars = container.Sidecars,
            IsOneShot = container.IsOneShot,
        };
        workload = workload with { Listens = listening.Of(workload) };
        return workload with { Probes = ProbeMentions.Mark(workload, [.. container.Probes, .. Check(container, workload)]) };
    }

    private IReadOnlyList<Component> ComponentsIn(string? directory) =>
        directory is null ? [] : [.. deployment.Components.Where(component => component.Root == directory)];

    /// <summary>A name that is known in part is known by its end; one that is not known at all is that of the only image that this repository builds.</summary>
    private Image? Image(CloudContainer container, bool isOnlyUnnamed)
    {
        if (container.BuiltAt is { } place)
        {
            return deployment.Images.FirstOrDefault(image => image.Build.Places.Contains(place));
        }

        if (container.Image?.Resolved is not { } reference)
        {
            return container.Source is { } source
                ? deployment.Images.FirstOrDefault(image =>
                    image.Dockerfile.File.Path == (source.Length == 0 ? "Dockerfile" : $"{source}/Dockerfile")
                )
                : null;
        }

        if (reference.Text is { } text)
        {
            return images.Find(text, container.Name, container.Owner);
        }

        var end = (reference.Outline ?? "").Split(Resolved.Hole)[^1];
        var slash = reference.Outline?.LastIndexOf('/') ?? -1;
        var tail = slash >= 0 ? reference.Outline?[(slash + 1)..].Split(Resolved.Hole)[0] : end;
        return (tail is { Length: > 0 } and not [':', ..] ? images.Find($"registry/{tail}", container.Name, container.Owner) : null)
            ?? images.Find($"registry/{container.Name}")
            ?? (isOnlyUnnamed && Only is { } only ? only : null);
    }

    private Image? Only =>
        deployment.Images.Where(image => !image.IsForDevelopment).ToList() is { Count: > 0 } own
        && own.DistinctBy(image => image.Dockerfile.File.Path).Count() == 1
        && deployment.Images.DistinctBy(image => image.Dockerfile.File.Path).Count() == 1
            ? own[0]
            : null;

    private static ProcessStart? Start(CloudContainer container, Image? image)
    {
        var entry = container.EntryPoint?.Items ?? [];
        var command = container.Command?.Items ?? [];
        var directory = image?.Final.WorkingDirectory;
        if (container.Script is { Known: { } script, Span: var place })
        {
            return new ProcessStart(CloudCommand.Script(script, place), directory, place) { Text = script };
        }

        if (entry.Count == 0 && command.Count == 0)
        {
            return image is null ? null : Platforms.PlatformWorkloads.Start(null, image);
        }

        if (entry.Count > 0 || image?.Final.Entrypoint is not { IsEmpty: false } kept)
        {
            IReadOnlyList<CloudValue> words = [.. entry, .. command];
            return new ProcessStart(CloudCommand.Of(words), directory, words[0].Span) { Text = Text(words) };
        }

        return new ProcessStart([.. kept.Commands, .. CloudCommand.Of(command)], directory, command[0].Span)
        {
            Text = $"{kept.Raw} {Text(command)}",
            Arguments = new EntryArguments(kept, [.. command.Select(word => word.Known ?? "")]),
        };
    }

    private static string Text(IEnumerable<CloudValue> words) => string.Join(' ', words.Select(word => word.Known ?? word.Span.Text));

    private static IReadOnlyList<Probe> Check(CloudContainer container, Workload workload)
    {
        var words = container.Check?.Items ?? [];
        return words switch
        {
            [{ Known: "CMD-SHELL" }, { Known: { } text } script, ..] => ProbeLinker.OfCommand(
                new HealthCheck("ECS healthCheck", CloudCommand.Script(text, script.Span), true, script.Span),
                workload,
                _ => null
            ),
            [{ Known: "CMD" }, _, ..] => ProbeLinker.OfCommand(
                new HealthCheck("ECS healthCheck", CloudCommand.Of([.. words.Skip(1)]), false, words[1].Span),
                workload,
                _ => null
            ),
            _ => [],
        };
    }
}

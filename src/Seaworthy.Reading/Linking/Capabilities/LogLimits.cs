using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether Docker limits the stored output of containers, if a compose project serves users.</summary>
internal static class LogLimits
{
    // A limit forgotten for production is forgotten for staging too: one report is enough.
    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var podman = OnlyByPodman(parts.Deployment);
        return parts
            .ServedProjects.OrderByDescending(stack => (int)stack.Environment)
            .DistinctBy(stack => stack.Project.Directory)
            .Select(stack => OfStack(stack, podman));
    }

    private static Capability OfStack(ComposeStack stack, SourceSpan? podman)
    {
        var services = stack.Project.Services;
        var without = services
            .Where(service => !IsLimited(service))
            .Select(service => new Fact<string>(service.Name.Value, service.Name.Span))
            .ToList();
        var with = services
            .Where(IsLimited)
            .Select(service => new Fact<string>(service.Name.Value, service.Logging?.Span ?? service.Name.Span))
            .ToList();
        return new Capability(
            CapabilityKind.LogLimits,
            without.Count == 0 ? CapabilityLevel.Present
                : podman is not null ? CapabilityLevel.Unknown
                : with.Count == 0 ? CapabilityLevel.Absent
                : CapabilityLevel.Partial,
            stack.Name,
            (without is [var first, ..] ? first : with[0]).Span
        )
        {
            Evidence = with,
            Wanting = without,
            UnknownBecause = podman is { } start
                ? $"{start} starts services with Podman, whose log limits are set on the machine, and nothing starts them with Docker"
                : null,
        };
    }

    /// <summary>Where services are started with Podman, if every compose command of the repository and its documents is one of Podman.</summary>
    /// <remarks>Source: Podman documentation, "podman-run", "--log-driver": the default is set in containers.conf.</remarks>
    private static SourceSpan? OnlyByPodman(Deployment deployment)
    {
        var lines = deployment
            .Of<Document>()
            .SelectMany(document => document.Commands)
            .Concat(deployment.Commands.Select(site => site.Command))
            .SelectMany(ComposeCalls.In)
            .ToList();
        return lines.TrueForAll(line => CommandLine.Of(line.Command).Program is "podman" or "podman-compose")
            ? lines.Find(line => line.Verb == "up")?.Command.Span
            : null;
    }

    /// <summary>A limit, or a driver that keeps nothing on the machine, or one that limits by itself.</summary>
    /// <remarks>Source: Docker documentation, "Configure logging drivers": json-file is the default and sets no limit, local rotates by default.</remarks>
    private static bool IsLimited(ComposeService service) =>
        service.Logging is { } logging
        && (logging.Driver is { Literal: not "json-file" } || logging.Options.Any(option => option.Name.Value is "max-size"));
}

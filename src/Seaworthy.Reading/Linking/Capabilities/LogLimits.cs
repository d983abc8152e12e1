using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether what Docker keeps of the output of containers stays small, where a compose project is what users reach.</summary>
internal static class LogLimits
{
    // What is forgotten for production is forgotten for staging: it is told once.
    public static IEnumerable<Capability> Find(DeployedParts parts) =>
        parts.ServedProjects.OrderByDescending(stack => stack.Environment).DistinctBy(stack => stack.Project.Directory).Select(OfStack);

    private static Capability OfStack(ComposeStack stack)
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
                : with.Count == 0 ? CapabilityLevel.Absent
                : CapabilityLevel.Partial,
            stack.Name,
            (without is [var first, ..] ? first : with[0]).Span
        )
        {
            Evidence = with,
            Wanting = without,
        };
    }

    /// <summary>A limit, or a driver that keeps nothing on the machine, or one that limits by itself.</summary>
    /// <remarks>Source: Docker documentation, "Configure logging drivers": json-file is the default and sets no limit, local rotates by default.</remarks>
    private static bool IsLimited(ComposeService service) =>
        service.Logging is { } logging
        && (logging.Driver is { Literal: not "json-file" } || logging.Options.Any(option => option.Name.Value is "max-size"));
}

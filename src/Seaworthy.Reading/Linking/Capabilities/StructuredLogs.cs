using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether the services of a fleet write lines that can be searched together.</summary>
internal static class StructuredLogs
{
    private const int Few = 2;

    private static readonly string[] Words =
    [
        "jsonformatter",
        "json_formatter",
        "jsonlogger",
        "log/slog",
        "logging.structured",
        "jsonlayout",
        "jsonencoder",
    ];

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        // A frontend that renders on the server has little to say; .NET's own logger has fields.
        var services = parts
            .Servers.Where(server => server.Code.Count > 0 && server.Language is not Language.CSharp && !server.Frameworks.Contains("next"))
            .ToList();
        if (parts.Scale.Kind != ScaleKind.Fleet || services.Count < Few)
        {
            yield break;
        }

        var shared = parts.SharedPackageOf(CapabilityKind.StructuredLogs);
        var evidence = services
            .Select(service => parts.PackageOf(CapabilityKind.StructuredLogs, service))
            .OfType<Fact<string>>()
            .Concat(shared is null ? [] : [shared])
            .Concat(parts.Deployment.Of<LogShipping>().Select(shipping => new Fact<string>(shipping.File.Path, shipping.File.Whole)))
            .ToList();
        var without = services.Where(service => parts.PackageOf(CapabilityKind.StructuredLogs, service) is null).ToList();
        var own =
            evidence.Count > 0 ? null : WordSearch.First(services.SelectMany(service => service.Code).Select(code => code.File), Words);
        yield return new Capability(
            CapabilityKind.StructuredLogs,
            evidence.Count > 0 ? CapabilityLevel.Present
                : own is not null ? CapabilityLevel.Unknown
                : CapabilityLevel.Absent,
            "the services",
            DeployedParts.PlaceOf((without is [var first, ..] ? first : services[0]))
        )
        {
            Evidence = evidence,
            Wanting = [.. without.Select(service => new Fact<string>(service.Title, DeployedParts.PlaceOf(service)))],
            UnknownBecause = own is { } place ? $"{place.File.Path} sets its own log format" : null,
        };
    }
}

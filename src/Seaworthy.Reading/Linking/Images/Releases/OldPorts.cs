using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Images.Releases;

/// <summary>Where a repository counts on the port that images of ASP.NET Core before release 8 listened on.</summary>
/// <remarks>Source: Microsoft Learn, "Breaking changes in .NET 8", "Default ASP.NET Core port changed to 8080".</remarks>
internal static class OldPorts
{
    private const int Port = 80;

    public static IReadOnlyList<SourceSpan> Of(Deployment deployment, Image image)
    {
        var workloads = deployment.WorkloadsOf(image).ToList();
        if (
            image.Final.PublicBase is not { Name: "mcr.microsoft.com/dotnet/aspnet" or "mcr.microsoft.com/dotnet/core/aspnet" }
            || image.Environment.Any(variable => AspNetAddresses.Say(variable.Name))
            || (workloads.Count > 0 && workloads.TrueForAll(IsTold))
        )
        {
            return [];
        }

        var led = workloads
            .Where(workload => !IsTold(workload))
            .SelectMany(workload => workload.Ports)
            .Where(binding => binding.Container == Port)
            .OrderBy(binding => binding.IsInformational ? 1 : 0)
            .Select(binding => binding.Span);
        return [.. led.Concat(image.Final.ExposedPorts.Where(port => port.Value == Port).Select(port => port.Span)).Distinct()];
    }

    private static bool IsTold(Workload workload) =>
        workload.Supplied.Any(variable => AspNetAddresses.Say(variable.Name))
        || workload.Start?.Text.Contains("--urls", StringComparison.Ordinal) is true;
}

using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Addresses from which a program lets a browser call it. The program itself calls none of them.</summary>
/// <remarks>Source: Fetch standard, "CORS protocol": the browser sends the origin of the page, which is the address in its own address bar.</remarks>
internal static class AllowedOrigins
{
    private static readonly string[] Settings = ["cors.origins", "socket.cors"];

    /// <summary>The source of the workload reads the variable, and wherever it does the value ends in its list of allowed origins.</summary>
    public static bool AreIn(Workload workload, string variable)
    {
        var code = workload.Components.SelectMany(component => component.Code).Where(file => !file.IsTest).ToList();
        var reads = code.SelectMany(file => file.EnvironmentReads.Where(read => read.Name == variable).Select(read => new { file, read }))
            .ToList();
        return reads.Count > 0 && reads.TrueForAll(found => IsOrigin(found.file, found.read));
    }

    private static bool IsOrigin(CodeFile file, EnvironmentRead read) =>
        file.Settings.Any(setting =>
            Settings.Contains(setting.Name, StringComparer.Ordinal)
            && setting.Span.Start <= read.Span.Start
            && read.Span.End <= setting.Span.End
        );
}

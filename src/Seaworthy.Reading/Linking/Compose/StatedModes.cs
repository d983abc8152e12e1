using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The mode in which the services of a project tell ASP.NET Core to run: <c>ASPNETCORE_ENVIRONMENT: Development</c>.</summary>
/// <remarks>Source: ASP.NET Core documentation, "Use multiple environments".</remarks>
internal static class StatedModes
{
    // NODE_ENV and similar names are in many deployed compose files; Visual Studio writes these into the file for developers.
    private static readonly string[] Names = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    /// <summary>The place where one of its own services runs for development, when none runs for anything else; null otherwise.</summary>
    public static SourceSpan? OfDevelopment(ComposeStack stack)
    {
        var modes = stack
            .Project.Services.Where(service => service.Build is not null)
            .SelectMany(service => service.Environment)
            .Where(variable => Names.Contains(variable.Name.Value, StringComparer.OrdinalIgnoreCase))
            .ToList();
        return modes.Count > 0 && modes.TrueForAll(IsOfDevelopment) ? modes[0].Span : null;
    }

    private static bool IsOfDevelopment(ComposeVariable mode) =>
        mode.Value?.Literal is { } value && EnvironmentName.Of(value) == TargetEnvironment.Development;
}

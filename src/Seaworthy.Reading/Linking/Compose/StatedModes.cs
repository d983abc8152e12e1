using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The mode in which the services of a project tell their frameworks to run: <c>ASPNETCORE_ENVIRONMENT: Development</c>.</summary>
internal static class StatedModes
{
    // Sources: the documentation of ASP.NET Core, .NET, Flask, Ruby on Rails, Rack, Symfony and Laravel.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "ASPNETCORE_ENVIRONMENT",
        "DOTNET_ENVIRONMENT",
        "NODE_ENV",
        "FLASK_ENV",
        "RAILS_ENV",
        "RACK_ENV",
        "APP_ENV",
        "MIX_ENV",
    };

    /// <summary>Where one of its own services is told to run for development, when none is told anything else; null otherwise.</summary>
    public static SourceSpan? OfDevelopment(ComposeStack stack)
    {
        var modes = stack
            .Project.Services.Where(service => service.Build is not null)
            .SelectMany(service => service.Environment)
            .Where(variable => Names.Contains(variable.Name.Value))
            .ToList();
        return modes.Count > 0 && modes.TrueForAll(IsOfDevelopment) ? modes[0].Span : null;
    }

    private static bool IsOfDevelopment(ComposeVariable mode) =>
        mode.Value?.Literal is { } value && EnvironmentName.Of(value) == TargetEnvironment.Development;
}

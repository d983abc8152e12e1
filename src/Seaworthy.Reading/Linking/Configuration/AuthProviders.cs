using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Variables that Auth.js takes for each provider by itself: <c>AUTH_GITHUB_ID</c> and <c>AUTH_GITHUB_SECRET</c> for <c>next-auth/providers/github</c>.</summary>
/// <remarks>Source: Auth.js documentation, "Environment Variables", "Environment Variable Inference".</remarks>
internal static class AuthProviders
{
    private static readonly IReadOnlyList<string> Packages = ["next-auth/providers/", "@auth/core/providers/"];
    private static readonly IReadOnlyList<string> Endings = ["_ID", "_SECRET", "_ISSUER", "_KEY"];

    public static bool Read(Component component, string variable) =>
        Endings.Any(ending => variable.EndsWith(ending, StringComparison.Ordinal))
        && component
            .Code.SelectMany(file => file.Imports)
            .Select(import => ProviderOf(import.Module))
            .OfType<string>()
            .Any(provider => Endings.Any(ending => variable == $"AUTH_{provider}{ending}"));

    private static string? ProviderOf(string module) =>
        Packages.FirstOrDefault(package => module.StartsWith(package, StringComparison.Ordinal)) is { } package
            ? module[package.Length..].Replace('-', '_').ToUpperInvariant()
            : null;
}

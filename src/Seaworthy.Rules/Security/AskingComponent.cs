using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>Whether a program asks who calls it, by its source, its packages and its properties.</summary>
internal static class AskingComponent
{
    public static bool Asks(Component component) =>
        SpringSecurity.Open(component.Code) is null
        && !LaravelGuards.AskNobody(component.Code)
        && component
            .Code.Select(code => code.File)
            .Where(file => !IsForBrowsers(file.Path))
            .Concat(component.Manifests.Select(manifest => manifest.File))
            .Concat(component.Properties.Select(properties => properties.File))
            .Any(AuthenticationWords.AreIn);

    /// <summary>What a server hands out asks nobody: a login page keeps no request away.</summary>
    private static bool IsForBrowsers(string path) =>
        path.Split('/').SkipLast(1).Any(part => part is "public" or "static" or "www" or "wwwroot");
}

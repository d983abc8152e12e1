using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>Settings of Python frameworks that some release retired, held against the release that the manifest asks for.</summary>
/// <remarks>Source: <see cref="RetiredSetting"/>.</remarks>
internal static class UnreadSettings
{
    public static IReadOnlyList<UnreadSetting> Link(Deployment deployment) =>
        [
            .. from component in deployment.Components
            where component.Language == Language.Python
            from retired in RetiredSetting.All
            let package = AskedRelease.Package(component, retired.Package)
            where package is not null
            let code = component.Code.Where(file => !file.IsTest).ToList()
            from file in code
            from constant in file.Constants
            where IsNamed(constant.Name, retired.Name) && !IsForTests(file.File.Path)
            where !HasSuccessor(code, file, retired)
            select Of(deployment, retired, package, constant.Span),
        ];

    /// <summary><c>Config.JSON_SORT_KEYS</c> as well.</summary>
    private static bool IsNamed(string constant, string name) =>
        constant.EndsWith(name, StringComparison.Ordinal)
        && (constant.Length == name.Length || constant[constant.Length - name.Length - 1] == '.');

    private static bool IsForTests(string path) =>
        path.Contains("test", StringComparison.OrdinalIgnoreCase) || path.Contains("dev", StringComparison.OrdinalIgnoreCase);

    /// <summary>The settings hold the new name too: in this file, or in another one of them, from which they are taken.</summary>
    private static bool HasSuccessor(List<CodeFile> code, CodeFile file, RetiredSetting retired) =>
        retired.Successor is { } successor
        && code.Where(other =>
                other == file
                || other.File.Path.Contains("settings", StringComparison.Ordinal)
                || other.File.Path.Contains("config", StringComparison.Ordinal)
            )
            .Any(other =>
                other.Constants.Any(constant =>
                    IsNamed(constant.Name, successor) || constant.Name.StartsWith(successor + ".", StringComparison.Ordinal)
                )
                || other.Settings.Any(setting => setting.Name == "django." + successor)
                || other.File.Mentions($"{successor} = ")
            );

    private static UnreadSetting Of(Deployment deployment, RetiredSetting retired, Dependency package, SourceSpan span)
    {
        var release = AskedRelease.Of(deployment, package, retired.Gone);
        return new UnreadSetting(retired, span, package) { IsGone = release.IsReached, IsOpen = release.IsOpen };
    }
}

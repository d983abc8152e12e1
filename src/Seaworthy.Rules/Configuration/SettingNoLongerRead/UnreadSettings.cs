using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Settings of Python frameworks that some release retired, held against the release that the manifest asks for.</summary>
/// <remarks>Source: <see cref="RetiredSetting"/>; PEP 440, "Version specifiers".</remarks>
internal static class UnreadSettings
{
    public static IReadOnlyList<UnreadSetting> Link(Deployment deployment) =>
        [
            .. from component in deployment.Components
            where component.Language == Language.Python
            from retired in RetiredSetting.All
            let package = Package(component, retired)
            where package is not null
            let code = component.Code.Where(file => !file.IsTest).ToList()
            from file in code
            from constant in file.Constants
            where IsNamed(constant.Name, retired.Name) && !IsForTests(file.File.Path)
            where !HasSuccessor(code, file, retired)
            select Of(deployment, retired, package, constant.Span),
        ];

    private static Dependency? Package(Component component, RetiredSetting retired) =>
        component
            .Manifests.OfType<Manifest>()
            .Where(manifest => manifest.Ecosystem == Ecosystem.Python)
            .SelectMany(manifest => manifest.Dependencies)
            .Where(dependency => Dependency.PythonName(dependency.Name) == retired.Package)
            .OrderBy(dependency => dependency.Range is null ? 1 : 0)
            .FirstOrDefault();

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
        var gone = VersionLine.Parse(retired.Gone) ?? VersionLine.All;
        var lowest = Lowest(package.Range);
        var isBelow = package.Range is { } range && range.Contains('<', StringComparison.Ordinal);
        var isPinned = package.Range is ['=', ..] or ['~', '=', ..];
        var isLocked = deployment.In<LockFile>(package.Span.File.Directory).Any(file => file.Ecosystem == Ecosystem.Python);
        var isAbove = lowest is { } version && version.First >= gone.First;
        var isOpen = !isAbove && !isBelow && !isPinned && !isLocked && !(package.Range is ['^', ..]);
        return new UnreadSetting(retired, span, package) { IsGone = isAbove || isOpen, IsOpen = isOpen };
    }

    /// <summary>The lowest release that a range takes; null where it names none.</summary>
    private static VersionLine? Lowest(string? range) =>
        range
            ?.Split(',', StringSplitOptions.TrimEntries)
            .Where(part => part is not (['<', ..] or ['!', ..]))
            .Select(part => VersionLine.Parse(part.TrimStart('=', '>', '~', '^', ' ')))
            .FirstOrDefault(version => version is not null);
}

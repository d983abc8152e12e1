using System.Buffers;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Variables that are read although their whole name stands nowhere: the source puts it together, or a program that the image installs has it as its own.</summary>
internal static class UnseenReads
{
    private const int ShortestPrefix = 4;

    private static readonly SearchValues<char> VersionMarks = SearchValues.Create("=<>~![");

    // What follows the beginning of a name that is completed: f"SHOP_{part}_URL", `SHOP_${part}`, "SHOP_" + part, "SHOP_%s".
    private static readonly string[] Completions = ["{", "${", "\" +", "' +", "%s", "#{"];

    // What a program is to reach and to sign in with, its own source has to name; a library asks for its switches by itself.
    private static readonly string[] OfTheApplication =
    [
        "URL",
        "URI",
        "HOST",
        "PORT",
        "USER",
        "USERNAME",
        "PASSWORD",
        "DB",
        "DATABASE",
        "NAME",
    ];

    public static bool Of(Workload workload, string name) =>
        IsPutTogether(workload, name)
        || IsOfInstalledProgram(workload, name)
        || workload.Components.Any(component => IsOfPackage(component, name) || IsOfFramework(component, name));

    /// <summary>The server of a declared framework, or a library, has it as its own: <c>ORIGIN</c> of SvelteKit's server.</summary>
    public static bool IsOfFramework(Component component, string name) =>
        component
            .Manifests.OfType<Manifest>()
            .SelectMany(manifest => manifest.Dependencies)
            .Any(dependency => FrameworkVariables.IsReadBy(dependency.Name, name) || LibraryVariables.IsReadBy(dependency.Name, name));

    /// <summary><c>OPENAI_AGENTS_DISABLE_TRACING</c> is a setting of the declared package <c>openai-agents</c>.</summary>
    public static bool IsOfPackage(Component component, string name) =>
        name.Split('_') is [{ Length: >= ShortestPrefix } first, _, ..] words
        && !OfTheApplication.Contains(words[^1], StringComparer.OrdinalIgnoreCase)
        && component
            .Manifests.OfType<Manifest>()
            .SelectMany(manifest => manifest.Dependencies)
            .Any(dependency => IsFirstWord(first, dependency.Name));

    private static bool IsFirstWord(string word, string package)
    {
        var plain = package.AsSpan(package.LastIndexOf('/') + 1);
        return plain.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (plain.Length == word.Length || plain[word.Length] is '-' or '_' or '.')
            || package.StartsWith($"@{word}/", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPutTogether(Workload workload, string name)
    {
        var beginnings = Prefixes(name).SelectMany(prefix => Completions.Select(completion => prefix + completion)).ToList();
        return beginnings.Count > 0
            && workload
                .Components.SelectMany(component => component.Code)
                .Any(file => beginnings.Exists(beginning => file.File.Text.Contains(beginning, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Prefixes(string name)
    {
        for (var at = name.IndexOf('_', StringComparison.Ordinal); at > 0; at = name.IndexOf('_', at + 1))
        {
            if (at + 1 >= ShortestPrefix)
            {
                yield return name[..(at + 1)];
            }
        }
    }

    /// <summary><c>RUN pip install ansible-core</c>: <c>ANSIBLE_HOST_KEY_CHECKING</c> is Ansible's.</summary>
    private static bool IsOfInstalledProgram(Workload workload, string name) =>
        (workload.Image?.Stages ?? [])
            .SelectMany(stage => stage.Commands)
            .SelectMany(command => KnownCommand.Of(command.Command))
            .OfType<PackageInstallCommand>()
            .Where(install => install.Manager is "pip" or "pip3" or "uv" or "gem")
            .SelectMany(install => install.Packages)
            .Select(word => word.Literal)
            .OfType<string>()
            .Any(package => IsNamedAfter(name, package));

    private static bool IsNamedAfter(string variable, string package)
    {
        var end = package.AsSpan().IndexOfAny(VersionMarks);
        var full = (end < 0 ? package : package[..end]).Replace('-', '_');
        var first = full.Split('_')[0];
        return variable.StartsWith(full + "_", StringComparison.OrdinalIgnoreCase)
            || (full.EndsWith("_core", StringComparison.Ordinal) && variable.StartsWith(first + "_", StringComparison.OrdinalIgnoreCase));
    }
}

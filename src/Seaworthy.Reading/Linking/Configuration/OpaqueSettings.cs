using System.Buffers;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Whether a workload reads variables through a library that puts their names together by itself, so that no text holds them.</summary>
internal static class OpaqueSettings
{
    private const string Prefix = "env_prefix";

    private static readonly string[] Libraries =
    [
        "Environment::with_prefix",
        "Environment::default",
        "Env::prefixed",
        "Env::raw",
        "envy::from_env",
        "envy::prefixed",
        "AutomaticEnv",
        "envconfig.Process",
        "env.Provider",
        "nconf.env",
        "convict(",
        "Dynaconf(",
        "config_from_yaml(",
    ];

    private static readonly string[] Calls = ["getenv", "environ.get", "environ"];

    private static readonly SearchValues<string> OtherMarks = SearchValues.Create(Libraries, StringComparison.Ordinal);

    private static readonly SearchValues<string> Marks = SearchValues.Create([.. Libraries, Prefix], StringComparison.Ordinal);

    /// <summary>Prefixes that the source writes out count as read: which names they make <see cref="PrefixesOf"/> tells.</summary>
    public static bool Of(IEnumerable<Component> components) => components.Any(component => IsOpaque(component, IsOpaqueButForPrefix));

    /// <summary>A settings class with one of these prefixes may read a name, also where its fields are in a class that the readers do not see as one.</summary>
    public static IReadOnlyList<string> PrefixesOf(IEnumerable<Component> components) =>
        [.. components.SelectMany(component => component.Code).SelectMany(Prefixes).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string> Prefixes(CodeFile file) =>
        file
            .Settings.Where(setting =>
                setting.Name.StartsWith("pydantic.", StringComparison.Ordinal)
                && setting.Name.EndsWith(".env_prefix", StringComparison.Ordinal)
            )
            .Select(setting => setting.Value)
            .OfType<CodeValue.Literal>()
            .Select(literal => literal.Text)
            .Where(prefix => prefix.Length > 0);

    private static bool IsOpaqueButForPrefix(CodeFile file)
    {
        var text = file.File.Text;
        return text.AsSpan().ContainsAny(OtherMarks)
            || NamesAreData(text)
            || (text.Contains(Prefix, StringComparison.Ordinal) && WholeWords.Find(text, Prefix, IsWord).Count() != Prefixes(file).Count());
    }

    /// <summary><c>os.getenv(provider.api_key_env)</c>: a settings file says what is read.</summary>
    private static bool NamesAreData(string text) =>
        Calls.Any(call => WholeWords.Find(text, call, IsWord).Any(at => IsMemberForEnvironment(text.AsSpan(at + call.Length + 1))));

    private static bool IsMemberForEnvironment(ReadOnlySpan<char> argument)
    {
        var end = argument.IndexOfAny(",)]\n");
        var first = end < 0 ? argument : argument[..end];
        var member = first.LastIndexOfAny(".[");
        return member > 0 && first[member..].Contains("env", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    public static bool Of(Component component) => IsOpaque(component, file => file.File.Text.AsSpan().ContainsAny(Marks));

    private static bool IsOpaque(Component component, Func<CodeFile, bool> isOpaque) =>
        component.Language is Language.CSharp
        || component.Manifests.OfType<PackageJson>().Any(package => package.FindDependency("config") is not null)
        || component.Code.Any(isOpaque);
}

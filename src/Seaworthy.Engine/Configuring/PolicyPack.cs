using System.Text;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Settings;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Configuring;

/// <summary>A preset of gate, areas and severities that a configuration may start from: a file in the language of <c>seaworthy.yaml</c>, carried in the program.</summary>
public sealed class PolicyPack
{
    private readonly Lazy<SettingsFile> file;

    private PolicyPack(string name)
    {
        Name = name;
        file = new(() => SettingsReader.Read(new SourceFile($"{name}.yaml", Read($"{name}.yaml")), SettingsVocabulary.All));
    }

    public static IReadOnlyList<PolicyPack> All { get; } = [new("startup"), new("regulated"), new("library")];

    public string Name { get; }

    internal SettingsFile File => file.Value;

    /// <summary>The gate that it sets; null when it sets none.</summary>
    public GateLevel? Gate => File.Gate is { } gate ? SettingsVocabulary.Gate(gate) : null;

    /// <summary>What it is for: the comment at its head.</summary>
    public string Purpose =>
        string.Join(' ', File.File.Text.Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim()));

    public static PolicyPack? Find(string name) => All.FirstOrDefault(pack => pack.Name == name);

    /// <summary>What becomes of each rule that it changes, in the order of areas and ids.</summary>
    public IEnumerable<PackChange> Changes()
    {
        SettingsLayers layers = new([File]);
        foreach (
            var rule in AllRules
                .List.Select(rule => rule.Info)
                .OrderBy(rule => (int)rule.Area)
                .ThenBy(rule => rule.Id, StringComparer.Ordinal)
        )
        {
            var decided = layers.Of(rule);
            if (!decided.IsAsked || decided.Severity is { } severity && severity != rule.Severity)
            {
                var own = File.Rules.FirstOrDefault(setting => setting.Rule == rule.Id);
                yield return new PackChange(rule, decided.IsAsked ? decided.Severity : null, own?.Reason ?? "the area is off");
            }
        }
    }

    private static string Read(string name)
    {
        using var stream =
            typeof(PolicyPack).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks {name}.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

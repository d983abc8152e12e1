using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.GoTemplate.Yaml;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary><c>.Files</c>: the files of a chart that are neither templates nor charts.</summary>
/// <remarks>helm.sh/helm/v4/pkg/engine, files.go.</remarks>
internal sealed class HelmFiles(IReadOnlyList<HelmFile> files) : IGoObject
{
    public string Type => "engine.files";

    public string Text => "map[]";

    public IReadOnlyList<HelmFile> All { get; } = [.. files.OrderBy(file => file.Path, Comparer<string>.Create(GoText.Compare))];

    public GoMap Entries
    {
        get
        {
            GoMap map = new();
            foreach (var file in All)
            {
                map[file.Path] = Encoding.UTF8.GetBytes(file.Text);
            }

            return map;
        }
    }

    public static HelmFiles Of(HelmPackage chart) => new(chart.Files);

    public bool TryMember(string name, IReadOnlyList<object?> arguments, out object? value)
    {
        value = (name, arguments) switch
        {
            ("Get", [string path]) => Find(path)?.Text ?? "",
            ("GetBytes", [string path]) => Encoding.UTF8.GetBytes(Find(path)?.Text ?? ""),
            ("Glob", [string pattern]) => Glob(pattern),
            ("AsConfig", []) => AsConfig(text => text),
            ("AsSecrets", []) => AsConfig(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
            ("Lines", [string path]) => new GoList([.. Lines(Find(path)?.Text)], GoList.OfText),
            _ => null,
        };
        return value is not null;
    }

    private HelmFile? Find(string path) => All.FirstOrDefault(file => file.Path == path);

    private HelmFiles Glob(string pattern)
    {
        var matches = HelmGlob.Matcher(pattern);
        return new HelmFiles([.. All.Where(file => matches(file.Path))]);
    }

    private static IEnumerable<string> Lines(string? text) =>
        text is null ? []
        : text.Length == 0 ? [""]
        : (text[^1] == '\n' ? text[..^1] : text).Split('\n');

    private string AsConfig(Func<string, string> write)
    {
        GoMap map = new(GoMap.OfText);
        foreach (var file in All)
        {
            map[GoTemplate.Sprig.SprigPaths.Base(file.Path)] = write(file.Text);
        }

        return GoYamlWriter.Write(map);
    }
}

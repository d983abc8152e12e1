using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.JavaScript;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Other ways in which a process may come by a variable: its start script sets it, its own code does, or a settings file has a value for it.</summary>
internal sealed class SetByScript
{
    private readonly string start;
    private readonly List<ShellScript> scripts;

    // By the program itself, at some time of its run.
    private readonly Dictionary<string, SourceSpan> made;

    public SetByScript(Deployment deployment, Workload workload)
    {
        start = workload.Start?.Text ?? "";
        // Those that it may start; many variables of the workload ask.
        scripts =
        [
            .. start.Length == 0
                ? []
                : deployment.Of<ShellScript>().Where(script => start.Contains(script.File.Name, StringComparison.Ordinal)),
        ];
        made = workload
            .Components.SelectMany(component => component.Code)
            .Where(file => !file.IsTest)
            .SelectMany(file => file.Settings)
            .Where(setting => setting.Name.StartsWith(JavaScriptEnvironment.Made, StringComparison.Ordinal))
            .GroupBy(setting => setting.Name[JavaScriptEnvironment.Made.Length..], StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Span, StringComparer.Ordinal);
    }

    public string? Of(string name)
    {
        if (start.Contains(name + "=", StringComparison.Ordinal))
        {
            return "its start command sets it";
        }

        if (made.TryGetValue(name, out var place))
        {
            return $"the program sets it itself ({place})";
        }

        var script = scripts.Find(script => script.File.Text.Contains(name + "=", StringComparison.Ordinal));
        return script is null ? null : $"{script.File.Path} sets it";
    }

    /// <summary>.NET reads one key from settings files and from the environment alike.</summary>
    public static string? OfSettings(Workload workload, string name)
    {
        var key = name.Replace("__", ":", StringComparison.Ordinal);
        return
            workload
                .Components.SelectMany(component => component.Manifests)
                .OfType<AppSettings>()
                .Any(settings => settings.Find(key) is not null)
            || workload.Components.Any(component => component.Language is Language.CSharp && name.Contains("__", StringComparison.Ordinal))
            ? "settings files may have a value for it"
            : null;
    }
}

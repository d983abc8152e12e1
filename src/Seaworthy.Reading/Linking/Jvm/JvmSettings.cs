using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Properties that the command of a workload gives: <c>-Dserver.port=80</c>, <c>--server.port=80</c>, and those in the variables that the virtual machine reads.</summary>
internal static class JvmSettings
{
    // JAVA_OPTS counts only where the command names it, which hardly any leaves out.
    private static readonly string[] Variables = ["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "JAVA_OPTIONS", "JAVA_ARGS"];

    /// <summary>In the order in which later ones win.</summary>
    public static IReadOnlyList<JvmSetting> Of(Workload workload) =>
        [
            .. from name in Variables
            from given in workload.Supplied.Where(variable => variable.Name == name).TakeLast(1)
            from word in given.Value.Text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []
            let setting = Setting(word, given.Span)
            where setting is not null
            select setting,
            .. from command in workload.Start?.Whole ?? []
            from word in Words(command)
            let setting = Setting(word.Literal ?? "", word.Span)
            where setting is not null
            select setting,
        ];

    /// <summary>An option of the command whose value is unknown.</summary>
    public static SourceSpan? Computed(Workload workload, string key) =>
        (workload.Start?.Whole ?? [])
            .SelectMany(Words)
            .Where(word => word.Literal is null && word.Raw.Contains(key + "=", StringComparison.Ordinal))
            .Select(word => (SourceSpan?)word.Span)
            .FirstOrDefault();

    private static IEnumerable<ShellWord> Words(ShellCommand command) => command.Arguments;

    private static JvmSetting? Setting(string word, SourceSpan span)
    {
        var text = word.Trim('"', '\'');
        var start = text.StartsWith("--", StringComparison.Ordinal) || text.StartsWith("-D", StringComparison.Ordinal) ? 2 : 0;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return start > 0 && equals > start ? new JvmSetting(text[start..equals], text[(equals + 1)..], span) : null;
    }
}

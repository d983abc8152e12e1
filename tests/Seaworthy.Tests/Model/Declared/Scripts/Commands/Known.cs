using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Tests.Reading.Formats.Shell;

namespace Seaworthy.Tests.Model.Declared.Scripts.Commands;

/// <summary>The one known command of a family in a line of shell, and short ways to show its values.</summary>
internal static class Known
{
    public static T? Find<T>(string text)
        where T : KnownCommand => ShellText.Parse(text).SelectMany(KnownCommand.Of).OfType<T>().SingleOrDefault();

    public static string Show(IEnumerable<ShellWord> words) => string.Join(' ', words);

    public static string Show(IEnumerable<ShellAssignment> assignments) =>
        string.Join(' ', assignments.Select(pair => pair.Value is { } value ? $"{pair.Name}={value}" : pair.Name));

    public static string Show(ShellCommand? command) => command is null ? "" : Show(command.Words);
}

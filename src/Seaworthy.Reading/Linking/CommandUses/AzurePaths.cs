using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The templates, parameters and definitions that commands of the Azure CLI read.</summary>
/// <remarks>Source: Azure CLI reference, <c>az deployment</c>, <c>az stack</c>, <c>az bicep</c>, <c>az container create</c>, <c>az containerapp</c>.</remarks>
internal static class AzurePaths
{
    private static readonly string[] Written = [".bicep", ".bicepparam"];

    public static IEnumerable<CommandPath> Of(CommandSite site)
    {
        if (site.Command.Program != "az")
        {
            yield break;
        }

        var group = Group(site.Command);
        string? option = null;
        foreach (var word in site.Command.Arguments)
        {
            if (word.Literal is ['-', _, ..] name)
            {
                option = name;
                continue;
            }

            if (option is not null && site.Variables.Value(word) is { } value && PathOf(group, option, value) is { } path)
            {
                yield return new CommandPath(PathRole.CommandInput, path, word.Span)
                {
                    IsSource = Array.Exists(Written, ending => path.EndsWith(ending, StringComparison.Ordinal)),
                };
            }
        }
    }

    private static string Group(ShellCommand command) =>
        string.Join(
            ' ',
            command.Arguments.TakeWhile(word => word.Literal is { Length: > 0 } text && text[0] != '-').Select(word => word.Literal)
        );

    private static string? PathOf(string group, string option, string value) =>
        (group.Split(' '), option) switch
        {
            (["deployment" or "stack", _, "create" or "what-if" or "validate"], "--template-file" or "-f") => Plain(value),
            (["deployment", "create" or "validate"] or ["group", "deployment", "create" or "validate"], "--template-file") => Plain(value),
            // "@file", or the file alone.
            (["deployment" or "stack", _, "create" or "what-if" or "validate"], "--parameters" or "-p") => value is ['@', .. var file]
                ? Plain(file)
            : value.EndsWith(".bicepparam", StringComparison.Ordinal) ? Plain(value)
            : null,
            (["bicep", "build" or "build-params" or "lint" or "format" or "publish"], "--file" or "-f") => Plain(value),
            (["container", "create"], "--file" or "-f") => Plain(value),
            (["containerapp", "create" or "update"], "--yaml") => Plain(value),
            _ => null,
        };

    private static string? Plain(string path) =>
        RepositoryPath.IsRelative(path)
        && !path.StartsWith("../..", StringComparison.Ordinal)
        && path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_')
        && RepositoryPath.NameOf(path).LastIndexOf('.') > 0
            ? path
            : null;
}

using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Code;

/// <summary>Source read as the product reads it, and its facts as short texts.</summary>
internal static class CodeFacts
{
    public static CodeFile Read(string path, string text)
    {
        var reader = CodeReaders.All.Single(reader => reader.Accepts(path));
        return Assert.IsType<CodeFile>(reader.Read(new FileSyntax(new SourceFile(path, text))));
    }

    /// <summary>A value as text: <c>'literal'</c>, <c>$VARIABLE:default</c>, <c>@reference</c>, <c>(a+b)</c>, <c>[a|b]</c>, <c>?[a|b]</c> for a conditional, <c>&lt;why&gt;</c>.</summary>
    public static string Text(CodeValue? value) =>
        value switch
        {
            null => "-",
            CodeValue.Literal literal => $"'{literal.Text}'",
            CodeValue.Environment read => "$" + read.Name + (read.Default is null ? "" : ":" + Text(read.Default)),
            CodeValue.Reference reference => "@" + reference.Name,
            CodeValue.Concatenation all => $"({string.Join('+', all.Parts.Select(Text))})",
            CodeValue.Choice choice => $"{(choice.IsConditional ? "?" : "")}[{string.Join('|', choice.Options.Select(Text))}]",
            CodeValue.Unknown unknown => $"<{unknown.Why}>",
            _ => "",
        };

    public static IReadOnlyList<string> Environment(this CodeFile file) =>
        [.. file.EnvironmentReads.Select(read => $"{read.Name} {read.Demand} {Text(read.Default)}{(read.IsBuildTime ? " build" : "")}")];

    public static IReadOnlyList<string> Listens(this CodeFile file) =>
        [.. file.Listeners.Select(listener => $"{listener.Framework} {Text(listener.Host)} {Text(listener.Port)}")];

    public static IReadOnlyList<string> Serves(this CodeFile file) =>
        [
            .. file
                .Routes.Where(route => route.Framework != "fastapi.docs")
                .Select(route => $"{route.Router ?? "-"} {route.Method} {Text(route.Path)}{(route.IsPrefix ? " prefix" : "")}"),
        ];

    public static IReadOnlyList<string> Hangs(this CodeFile file) =>
        [.. file.Mounts.Select(mount => $"{mount.Parent ?? "-"} < {mount.Child} {Text(mount.Prefix)}")];

    public static IReadOnlyList<string> Requests(this CodeFile file) =>
        [.. file.Calls.Select(call => $"{call.Method} {Text(call.Url)}{(call.Client is null ? "" : " by " + call.Client)}")];

    public static IReadOnlyList<string> Sets(this CodeFile file) =>
        [.. file.Settings.Select(setting => $"{setting.Name} = {Text(setting.Value)}")];

    public static IReadOnlyList<string> Names(this CodeFile file) =>
        [.. file.Constants.Select(constant => $"{constant.Name} = {Text(constant.Value)}")];

    public static IReadOnlyList<string> Opens(this CodeFile file) =>
        [
            .. file.OpenedPaths.Select(path =>
                $"{Text(path.Path)}{(path.IsWrite ? " write" : "")}{(path.IsRelativeToFile ? " beside" : "")}{(path.AtStartup ? " start" : "")}"
            ),
        ];
}

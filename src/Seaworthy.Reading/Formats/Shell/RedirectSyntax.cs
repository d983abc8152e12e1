using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>A redirection; the body of a here-document arrives when its line ends.</summary>
internal sealed class RedirectSyntax(string @operator, WordSyntax target)
{
    public string Operator { get; } = @operator;

    public WordSyntax Target { get; } = target;

    public MappedText? HereDocument { get; set; }

    /// <summary>Commands inside <c>$(…)</c> of an unquoted here-document.</summary>
    public IReadOnlyList<ShellNode.Sequence> Inner { get; set; } = [];
}

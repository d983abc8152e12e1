namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>A named template: a file, or what a <c>define</c> holds.</summary>
/// <param name="Text">What it stands in.</param>
internal sealed record GoTemplateTree(string Name, IReadOnlyList<GoNode> Nodes, GoTemplateText Text)
{
    /// <summary>Nothing but blanks and definitions: Go keeps an earlier template of the name then.</summary>
    public bool IsEmpty => Nodes.All(node => node is GoNode.Text text && string.IsNullOrWhiteSpace(text.Value));
}

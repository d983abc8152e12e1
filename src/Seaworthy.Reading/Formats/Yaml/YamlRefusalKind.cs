namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>What the library refuses and other readers take.</summary>
internal enum YamlRefusalKind
{
    /// <summary>Lines of blanks between a block scalar's header and its first line.</summary>
    BlankLines,

    /// <summary>Quoted text with a line that is indented too little.</summary>
    Quote,

    /// <summary>A flow collection with a line that is indented too little.</summary>
    Flow,

    /// <summary>A comment with no blank before it, after a quote, a bracket or a comma: libyaml and go-yaml never ask for one.</summary>
    Comment,

    /// <summary><c>\'</c> in double quotes: YAML has no such escape, and go-yaml takes it for the quote.</summary>
    Escape,
}

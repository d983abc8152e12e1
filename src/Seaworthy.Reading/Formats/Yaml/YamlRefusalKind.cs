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
}

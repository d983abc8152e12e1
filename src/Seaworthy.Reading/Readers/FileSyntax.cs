using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;
using Seaworthy.Reading.Formats.Ini;
using Seaworthy.Reading.Formats.Json;
using Seaworthy.Reading.Formats.Toml;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Xml;
using Seaworthy.Reading.Formats.Yaml;

namespace Seaworthy.Reading.Readers;

/// <summary>One file, parsed at most once per syntax however many readers ask. Used by one thread.</summary>
internal sealed class FileSyntax(SourceFile file)
{
    private NodeFile? yaml;
    private NodeFile? json;
    private NodeFile? toml;
    private NodeFile? ini;
    private XmlFile? xml;
    private CodeSyntax? code;

    public SourceFile File { get; } = file;

    /// <summary>Where a parser gave up at its limit: also of a file that no reader took, which may be why.</summary>
    public Problem? Limit => Parsed.SelectMany(parsed => parsed.Problems).FirstOrDefault(problem => problem.Kind == ProblemKind.Limit);

    /// <summary>The trees of keys and values that readers asked for.</summary>
    public IEnumerable<NodeFile> Parsed => new[] { yaml, json, toml, ini }.OfType<NodeFile>();

    public NodeFile Yaml => yaml ??= YamlParser.Parse(File);

    public NodeFile Json => json ??= JsonParser.Parse(File);

    public NodeFile Toml => toml ??= TomlParser.Parse(File);

    /// <summary>A mapping of sections, each a mapping of keys.</summary>
    public NodeFile Ini => ini ??= IniParser.Parse(File);

    public XmlFile Xml => xml ??= XmlParser.Parse(File);

    /// <summary>The source text in its neutral shape; a file has one language, so that the readers agree on it.</summary>
    public CodeSyntax Code(Language language) =>
        code is { } known && known.Language == language ? known : code = CodeParser.Parse(File, language);
}

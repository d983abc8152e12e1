namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>Something that the library refuses and other readers take, and where.</summary>
internal readonly record struct YamlRefusal(YamlRefusalKind Kind, int At);

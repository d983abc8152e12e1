using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>A key of an object, an attribute or a kind of block, with its value.</summary>
/// <param name="Span">Where the key is written.</param>
internal sealed record TerraformEntry(string Key, TerraformValue Value, SourceSpan Span);

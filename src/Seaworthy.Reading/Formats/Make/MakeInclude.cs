using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Make;

/// <summary><c>include</c>, or <c>-include</c> whose files may be missing.</summary>
internal sealed record MakeInclude(Fact<string> Path, bool IsOptional);

using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>The service that this one builds upon.</summary>
/// <param name="File">The file it is in, relative to the project directory; absent: this one.</param>
/// <remarks>Source: the Compose specification, "extends".</remarks>
public sealed record ComposeExtends(Fact<string> Service, Template? File, SourceSpan Span);

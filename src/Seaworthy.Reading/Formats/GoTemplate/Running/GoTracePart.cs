using Seaworthy.Reading.Formats.GoTemplate.Syntax;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>A part of a rendered text.</summary>
/// <param name="Start">Its offset in the rendered text.</param>
/// <param name="Text">The source that it came from.</param>
/// <param name="SourceStart">Its offset there.</param>
/// <param name="SourceLength">The whole action, or the text itself.</param>
/// <param name="IsVerbatim">Each character stands in the source as it is: offsets run alike.</param>
internal sealed record GoTracePart(int Start, GoTemplateText Text, int SourceStart, int SourceLength, bool IsVerbatim);

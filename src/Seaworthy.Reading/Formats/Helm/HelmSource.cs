using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>A template of a chart, before it is rendered.</summary>
/// <param name="Dot">What it is given, which the templates of one chart share.</param>
/// <param name="Folder">The <c>templates/</c> it is in.</param>
internal sealed record HelmSource(GoTemplateText Text, GoMap Dot, string Folder);

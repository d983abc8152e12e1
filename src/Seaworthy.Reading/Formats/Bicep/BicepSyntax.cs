using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Bicep;

/// <summary>A file of Bicep: its statements, and what is wrong with it.</summary>
internal sealed record BicepSyntax(IReadOnlyList<BicepStatement> Statements, IReadOnlyList<Problem> Problems);

using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Expressions;

/// <summary>An expression and, when it is none, why.</summary>
internal sealed record ParsedExpression(Expression Expression, Problem? Problem);

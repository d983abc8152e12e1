namespace Seaworthy.Reading.Formats.Expressions;

/// <summary>A function of the expression language and how many arguments it takes.</summary>
internal sealed record ExpressionFunction(string Name, int Minimum, int Maximum, bool ChecksStatus = false)
{
    /// <summary>Works only in certain places of a workflow.</summary>
    public bool IsSpecial => ChecksStatus || Name == "hashFiles";
}

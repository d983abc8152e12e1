namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>A function of the expression language and how many arguments it takes.</summary>
public sealed record ExpressionFunction(string Name, int Minimum, int Maximum, bool ChecksStatus = false)
{
    /// <summary>Works only in certain places of a workflow.</summary>
    public bool IsSpecial => ChecksStatus || Name == "hashFiles";
}

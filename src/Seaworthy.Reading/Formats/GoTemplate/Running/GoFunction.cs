namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>A function of templates.</summary>
/// <param name="Name">As templates write it.</param>
/// <param name="Parameters">
/// A letter each: <c>s</c> string, <c>i</c> int, <c>l</c> int64, <c>f</c> float64, <c>b</c> bool, <c>m</c> map[string]interface{}, <c>a</c> anything;
/// a star behind the last one takes any number of it.
/// </param>
/// <param name="Call">What it computes from its arguments, which fit the parameters.</param>
internal sealed record GoFunction(string Name, string Parameters, Func<GoRun, IReadOnlyList<object?>, object?> Call)
{
    public bool IsVariadic => Parameters is [.., '*'];

    /// <summary>How many parameters stand alone.</summary>
    public int Fixed => IsVariadic ? Parameters.Length - 2 : Parameters.Length;

    public char ParameterAt(int index) => index < Fixed ? Parameters[index] : Parameters[Math.Max(0, Fixed)];

    /// <summary>As Go writes a parameter's type.</summary>
    public static string TypeOf(char parameter) =>
        parameter switch
        {
            's' => "string",
            'i' => "int",
            'l' => "int64",
            'f' => "float64",
            'b' => "bool",
            'm' => Values.GoMap.OfAnything,
            _ => "interface {}",
        };
}

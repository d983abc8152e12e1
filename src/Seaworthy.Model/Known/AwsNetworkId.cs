namespace Seaworthy.Model.Known;

/// <summary>Ids that AWS gives to the parts of a network as it makes them.</summary>
/// <remarks>Source: Amazon EC2 User Guide, "Resource IDs": 8 or 17 hexadecimal digits.</remarks>
public static class AwsNetworkId
{
    private const int ShortLength = 8;
    private const int LongLength = 17;

    // Written by people into examples.
    private const string Counted = "0123456789abcdef0";

    /// <summary><c>vpc</c>, <c>subnet</c> or <c>sg</c>; null for any other text.</summary>
    public static string? KindOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return
            dash > 0
            && text[..dash] is "vpc" or "subnet" or "sg"
            && text[(dash + 1)..] is { Length: ShortLength or LongLength } digits
            && digits.All(char.IsAsciiHexDigitLower)
            && digits.Distinct().Skip(3).Any()
            && !Counted.StartsWith(digits, StringComparison.Ordinal)
            && !Counted[1..].StartsWith(digits, StringComparison.Ordinal)
            ? text[..dash]
            : null;
    }

    /// <summary>As a sentence has it.</summary>
    public static string TitleOf(string kind) =>
        kind switch
        {
            "vpc" => "the VPC",
            "subnet" => "the subnets",
            _ => "the security groups",
        };

    /// <summary>Modules of Terraform make it, by their source.</summary>
    public static bool IsMadeBy(string kind, string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return kind == "sg"
            ? source.Contains("security-group", StringComparison.OrdinalIgnoreCase)
                || source.StartsWith("terraform-aws-modules/eks", StringComparison.Ordinal)
            : source
                .Split('/', '_', '-', '.', '?')
                .Any(word =>
                    word.Equals("vpc", StringComparison.OrdinalIgnoreCase) || word.Equals("network", StringComparison.OrdinalIgnoreCase)
                );
    }
}

namespace Seaworthy.Deploying.Verifying;

/// <summary>How many answers of 500 and above a new release may give before it is taken back.</summary>
public static class ErrorBudget
{
    private const long Few = 5;
    private const double Share = 0.02;

    public static bool IsSpent(long answers, long errors) => errors >= Few && errors >= answers * Share;
}

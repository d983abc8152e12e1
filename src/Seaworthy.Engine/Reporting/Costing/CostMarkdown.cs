using Seaworthy.Engine.Costing;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting.Costing;

/// <summary>An estimate as a document: the figures, what they assume, what the repository declares, and where every price is from.</summary>
public static class CostMarkdown
{
    public static void Write(CostEstimate? estimate, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        output.WriteLine("# What it would cost\n");
        if (estimate is null)
        {
            output.WriteLine(CostText.Nothing);
            return;
        }

        output.WriteLine($"{Escape(CostText.Headline(estimate))}. {CostText.Caution}\n");
        var sizes = string.Join(" | ", estimate.Sizes.Select(size => size.Name));
        var rule = string.Concat(estimate.Sizes.Select(_ => " ---: |"));
        output.WriteLine($"| Provider | What | {sizes} |\n| --- | --- |{rule}");
        foreach (var provider in Providers.All)
        {
            var figures = estimate.Sizes.Select(size => CostText.Money(estimate.Of(provider, size), provider));
            output.WriteLine($"| {provider.Name} | {provider.Service}, {provider.Region} | {string.Join(" | ", figures)} |");
        }

        output.WriteLine($"\n## Assumed, where the repository does not say\n\n| | Option | {sizes} |\n| --- | --- |{rule}");
        foreach (var (option, what, value) in CostText.Assumptions)
        {
            output.WriteLine(
                $"| {what} | `{option}` | {string.Join(" | ", estimate.Sizes.Select(size => CostText.Number(value(size))))} |"
            );
        }

        output.WriteLine($"\n{CostText.StoresAssumed(estimate)}.");
        WriteStores(estimate, output);
        output.WriteLine("\n## Priced\n\n| Workload | | Declared |\n| --- | --- | --- |");
        foreach (var workload in estimate.Workloads)
        {
            output.WriteLine(
                $"| {Escape(workload.Workload.Name)} | {(workload.IsStore ? "store" : "service")} | {string.Join(", ", CostText.Declared(workload).Select(Escape))} |"
            );
        }

        output.WriteLine("\nA declared value wins over an assumed one; where requests and limits differ, the request counts.");
        WritePrices(output);
    }

    private static void WriteStores(CostEstimate estimate, TextWriter output)
    {
        if (!estimate.Stores.Any())
        {
            return;
        }

        output.WriteLine("\n## Stores\n\n| Store | Provider | Priced as |\n| --- | --- | --- |");
        foreach (var (stores, places) in CostText.Stores(estimate))
        {
            foreach (var (provider, what) in places)
            {
                output.WriteLine($"| {Escape(stores)} | {provider.Name} | {what} |");
            }
        }
    }

    private static void WritePrices(TextWriter output)
    {
        output.WriteLine("\n## Prices for a month\n\n| Provider | For a | Price | As of | Page |\n| --- | --- | ---: | --- | --- |");
        foreach (var provider in Providers.All)
        {
            foreach (var price in provider.Prices)
            {
                output.WriteLine(
                    $"| {provider.Name} | {price.Meter} | {CostText.Number(price.Amount)} {provider.Currency} | {price.AsOf}, {Words.Of(price.Basis)} | <{price.Source}> |"
                );
            }
        }
    }
}

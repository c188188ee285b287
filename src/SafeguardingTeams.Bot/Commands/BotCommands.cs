using System.CommandLine;
using Azure;
using Azure.Identity;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Bot.Upkeeping;
using SafeguardingTeams.Bot.Web;
using SafeguardingTeams.Microsoft365.Tables;

namespace SafeguardingTeams.Bot.Commands;

/// <summary>
/// What the program does, by how it is called: without a command it runs the bot. Whatever it does not know it says, ends with 2, and never
/// starts the bot by mistake. Settings come from the environment and <c>appsettings.json</c>, never from the command line.
/// </summary>
/// <param name="output">Where a command writes what it found.</param>
/// <param name="error">Where it writes why it could not do what it was asked.</param>
/// <param name="begin">Begins a host with its settings.</param>
internal sealed class BotCommands(TextWriter output, TextWriter error, Func<WebApplicationBuilder> begin)
{
    /// <summary>All is as it should be.</summary>
    internal const int Right = 0;

    /// <summary>Something is wrong, and was said.</summary>
    internal const int Wrong = 1;

    /// <summary>It could not be done: called wrongly, a setting is wrong, or storage is out of reach.</summary>
    internal const int NotDone = 2;

    /// <summary>
    /// The host of this process, wherever it was started from. Its log is JSON with scopes and trace ids, except on a developer's machine.
    /// </summary>
    internal static WebApplicationBuilder OfThisProcess()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp) = (true, true));
        }

        return builder;
    }

    /// <summary>Does what the arguments ask.</summary>
    /// <returns>The exit code.</returns>
    internal async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var wrong in parsed.Errors)
            {
                await error.WriteLineAsync(wrong.Message);
            }

            await error.WriteLineAsync("Nothing was started. --help shows the commands.");
            return NotDone;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
    }

    private RootCommand Root()
    {
        var root = new RootCommand(
            "Carries serious incidents through the safeguarding partners' process, in Teams and on its page. Without a command: "
                + "runs the bot."
        );
        root.SetAction((_, stop) => StartAsync(stop));
        root.Add(
            Does(
                "check",
                "Compares everything stored with the record of events, and says what is damaged or lost. Changes nothing.",
                stop => WithStorageAsync(services => UpkeepCommand.CheckAsync(services, output, stop), stop)
            )
        );
        root.Add(
            Does(
                "rebuild",
                "Puts index rows right where a check finds them wrong. Never touches events, nor anything of a record that is "
                    + "damaged or lost.",
                stop => WithStorageAsync(services => UpkeepCommand.RebuildAsync(services, output, stop), stop)
            )
        );
        root.Add(
            Does("doctor", "Checks the whole set-up, from the settings to Microsoft 365, and says what to do. Changes nothing.", stop =>
                new Doctor(output, begin).RunAsync(stop)
            )
        );
        root.Add(
            Does(
                "sign-out-everybody",
                "Ends every session on the page at once, at every host: whoever is signed in has to sign in again.",
                stop => WithStorageAsync(services => SignOutAsync(services, stop), stop)
            )
        );
        foreach (var (name, description) in AuditCommands.Descriptions)
        {
            // What follows one of these is read by it, and what it does not understand it says with how it is written.
            var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
            command.SetAction((parsed, stop) => AuditAsync([name, .. parsed.UnmatchedTokens], stop));
            root.Add(command);
        }

        var file = new Argument<FileInfo>("file") { Description = "The partnership's file." };
        var samples = new Option<DirectoryInfo>("--samples")
        {
            Description = "A folder for a sample of each letter, to be looked at in Word.",
        };
        var validate = new Command(
            "validate",
            "Checks a partnership's file, its form, its sense and who holds each role today, and the letters in the folder "
                + "letters beside it."
        )
        {
            file,
            samples,
        };
        validate.SetAction(
            (parsed, stop) => new Validation(output, error).RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(samples), stop)
        );
        root.Add(validate);
        return root;
    }

    private static Command Does(string name, string description, Func<CancellationToken, Task<int>> does)
    {
        var command = new Command(name, description);
        command.SetAction((_, stop) => does(stop));
        return command;
    }

    private async Task<int> StartAsync(CancellationToken stop)
    {
        var builder = begin();
        if (await SaysErrorsAsync(builder.AddBot(), "The bot cannot start."))
        {
            return NotDone;
        }

        var app = builder.Build();
        try
        {
            await app.UseBotAsync();
        }
        catch (NewerTableException e)
        {
            await error.WriteLineAsync(e.Message);
            return NotDone;
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            var state = await app.Services.GetRequiredService<TableLook>().TakeAsync(stop);
            await error.WriteLineAsync("The bot cannot start.");
            await error.WriteLineAsync(
                $"  - {(state.Said.Length > 0 ? state.Said : $"Storage at {state.Place} did not take what was asked.")}"
            );
            return NotDone;
        }

        await app.RunAsync(stop);
        return Right;
    }

    /// <summary>The commands about the data as a whole. A table that is not there yet is made only where a copy is put into it.</summary>
    private Task<int> AuditAsync(string[] args, CancellationToken stop) =>
        WithStorageAsync(
            services => new AuditCommands(services, new(output, Console.In)).RunAsync(args, stop),
            stop,
            makesTable: args is ["restore", ..]
        );

    private async Task<int> SignOutAsync(IServiceProvider services, CancellationToken stop)
    {
        var ended = await SignedInSessions.EndAllAsync(services.GetRequiredService<IRows>(), stop);
        await output.WriteLineAsync(
            $"{ended} {(ended == 1 ? "session" : "sessions")} ended: the next page or press of each is refused until they sign in again. "
                + "Teams and flows come by tokens of Entra: revoke those there."
        );
        return Right;
    }

    /// <summary>Does something on storage that is there: no table and no row is made on the way.</summary>
    /// <param name="makesTable">Whether it is made where it is not there.</param>
    private async Task<int> WithStorageAsync(Func<IServiceProvider, Task<int>> does, CancellationToken stop, bool makesTable = false)
    {
        var builder = begin();
        builder.Logging.ClearProviders();
        if (await SaysErrorsAsync(builder.AddBot(), "Nothing was looked at."))
        {
            return NotDone;
        }

        await using var app = builder.Build();
        if (makesTable)
        {
            await app.Services.PrepareTablesAsync(stop);
        }

        if (await app.Services.GetRequiredService<TableLook>().TakeAsync(stop) is { Said.Length: > 0 } state)
        {
            await error.WriteLineAsync(state.Said);
            return NotDone;
        }

        if (await app.Services.GetRequiredService<StorageVersion>().LookAsync(stop) is { } newer)
        {
            await error.WriteLineAsync(newer);
            return NotDone;
        }

        return await does(app.Services);
    }

    private async Task<bool> SaysErrorsAsync(IReadOnlyCollection<string> errors, string what)
    {
        if (errors.Count > 0)
        {
            await error.WriteLineAsync($"{what} Put these right in the configuration:");
            foreach (var wrong in errors)
            {
                await error.WriteLineAsync($"  - {wrong}");
            }
        }

        return errors.Count > 0;
    }
}

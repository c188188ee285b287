using SafeguardingTeams.Bot.Commands;

return await new BotCommands(Console.Out, Console.Error, BotCommands.OfThisProcess).RunAsync(args);
